-- A picture inside a model's own file is a texture, too: the model is then the asset with its bytes, and several
-- materials may each have a base colour of their own.
alter table model_textures add column picture int not null default 0 comment '模型文件内图片序号，从0起；独立贴图为0';
alter table model_textures add constraint model_textures_use unique (model_asset_id, role, uv_channel, texture_asset_id, picture);
alter table model_textures drop index model_textures_role;
